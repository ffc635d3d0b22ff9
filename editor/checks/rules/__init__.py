"""The rules, one module for each thing that is checked."""
