"""The prompts outside the steps: home, groups, keeping, people, menu, access, past meetings."""
