"""Files that stay whole: shared beneath the adapters, knows nothing of ours."""
