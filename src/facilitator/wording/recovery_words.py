"""The 256 words of which a recovery key is made: plain, and told apart by three letters (S9).

No two begin with the same three letters, and no two differ by one letter alone. Their
order is part of every recovery key that was ever written down: it never changes.
"""

RECOVERY_WORDS = (
    "acorn", "album", "angel", "ankle", "apple", "apron", "arrow", "autumn", "badge", "bag",
    "ball", "banana", "barn", "basket", "bath", "beach", "bed", "belt", "berry", "bike", "bird",
    "biscuit", "blanket", "boat", "bonnet", "book", "bottle", "bowl", "box", "bread", "bridge",
    "brush", "bucket", "bulb", "bunny", "bus", "butter", "cabin", "cake", "camel", "candle",
    "castle", "chair", "cheese", "circle", "city", "clay", "clock", "club", "coach", "coffee",
    "comb", "copper", "coral", "cotton", "cow", "cream", "cricket", "crown", "cup", "curtain",
    "daisy", "dance", "dawn", "dinner", "dish", "dog", "doll", "donkey", "door", "dove", "dragon",
    "dress", "drum", "eagle", "earth", "east", "egg", "elbow", "elm", "evening", "farm", "fence",
    "fern", "field", "film", "finger", "fire", "flag", "flower", "flute", "food", "forest",
    "frame", "frog", "fruit", "garden", "gate", "gift", "glass", "globe", "gold", "goose", "grape",
    "green", "guitar", "hand", "harbour", "hat", "herb", "hill", "honey", "horse", "ice", "island",
    "ivy", "jacket", "jam", "jelly", "jewel", "jug", "juice", "jumper", "kettle", "king", "kite",
    "ladder", "lamb", "lark", "leaf", "lemon", "letter", "library", "light", "lily", "lime",
    "lion", "lorry", "lunch", "mango", "map", "market", "meadow", "medal", "melon", "menu", "milk",
    "mint", "mirror", "moon", "morning", "moss", "mouse", "museum", "nail", "napkin", "needle",
    "nest", "north", "oak", "oats", "ocean", "oil", "olive", "onion", "orange", "orchard", "otter",
    "oven", "paint", "palace", "paper", "parcel", "pepper", "piano", "picnic", "pillow",
    "pizza", "planet", "plum", "pocket", "poem", "pond", "pool", "poppy", "porch", "puddle",
    "purple", "puzzle", "queen", "quilt", "rabbit", "radio", "rain", "ribbon", "robin", "rope",
    "ruler", "saddle", "salad", "saucer", "school", "seed", "sheep", "ship", "shoe", "silver",
    "sleeve", "snow", "soap", "sofa", "song", "south", "spade", "spoon", "spring", "square",
    "stable", "stone", "street", "sugar", "summer", "sun", "swan", "sweet", "tent", "thumb",
    "ticket", "tiger", "toast", "tomato", "tooth", "towel", "tree", "truck", "tulip", "tunnel",
    "turnip", "valley", "velvet", "village", "violin", "visit", "wagon", "walk", "watch",
    "wave", "whale", "wheat", "whistle", "wind", "wolf", "yard", "yellow", "yoghurt", "zebra",
)  # fmt: skip
