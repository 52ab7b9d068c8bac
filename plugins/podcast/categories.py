"""Apple's categories, in Apple's exact words: the main ones with their subcategories."""

from __future__ import annotations

CATEGORIES: dict[str, frozenset[str]] = {
    "Arts": frozenset({"Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"}),
    "Business": frozenset({"Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"}),
    "Comedy": frozenset({"Comedy Interviews", "Improv", "Stand-Up"}),
    "Education": frozenset({"Courses", "How To", "Language Learning", "Self-Improvement"}),
    "Fiction": frozenset({"Comedy Fiction", "Drama", "Science Fiction"}),
    "Government": frozenset(),
    "Health & Fitness": frozenset({"Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"}),
    "History": frozenset(),
    "Kids & Family": frozenset({"Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"}),
    "Leisure": frozenset({"Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"}),
    "Music": frozenset({"Music Commentary", "Music History", "Music Interviews"}),
    "News": frozenset({"Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News", "Tech News"}),
    "Religion & Spirituality": frozenset({"Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"}),
    "Science": frozenset({
        "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature", "Physics", "Social Sciences",
    }),
    "Society & Culture": frozenset({"Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"}),
    "Sports": frozenset({
        "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running", "Soccer", "Swimming", "Tennis",
        "Volleyball", "Wilderness", "Wrestling",
    }),
    "TV & Film": frozenset({"After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"}),
    "Technology": frozenset(),
    "True Crime": frozenset(),
}  # fmt: skip


def is_category(names: tuple[str, ...]) -> bool:
    """Return whether these are a main category, alone or with one of its subcategories."""
    main, *sub = names or ("",)
    return main in CATEGORIES and (not sub or (len(sub) == 1 and sub[0] in CATEGORIES[main]))
