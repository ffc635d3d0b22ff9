"""House styles: looks, wording, people and terms, loaded from `templates/<house>/`."""
