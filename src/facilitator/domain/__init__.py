"""The nouns: frozen values that every other layer shares. Imports nothing of ours."""
