/** Twentieths of a point, rounded down: 22 lines rounded up would not fit their page. */
export const twips = (points: number): number => Math.floor(points * 20 + 1e-6)

export const halfPoints = (points: number): number => Math.round(points * 2)

/** Word measures rules in eighths of a point. */
export const eighths = (points: number): number => Math.round(points * 8)
