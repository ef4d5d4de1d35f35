/** The year that a path speaks of: the first of its last part, or 0. */
export const yearOf = (path) => Number(/(?:19|20)\d\d/.exec(path.split('/').at(-1))?.[0] ?? 0);

/** A failed document has no region of its own: its path often names region and year. Place is the two run together, 山东省2024. */
export function isOf(failure, place) {
  const year = Number(place.slice(-4));
  return yearOf(failure.path) === year && failure.path.includes(place.slice(0, -4));
}
