/** A submission may take this long, in milliseconds; after that it is an error of ours and no score. */
export const WALL_CLOCK = 5000;
