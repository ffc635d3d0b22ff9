"""The record: a release as frozen values, and the living draft that produces them."""
