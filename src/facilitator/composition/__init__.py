"""The only package that names concrete adapters and front ends (design.md 3).

A front end is imported when it is chosen, an adapter when it is needed.
"""
