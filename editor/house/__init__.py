"""House styles: looks, wording, people and terms, loaded from `templates/<house>/`."""

from editor.house.faults import Fault, HouseError
from editor.house.loading import load_house
from editor.house.style import House

__all__ = ["Fault", "House", "HouseError", "load_house"]
