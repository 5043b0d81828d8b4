/** A drawing as sets of icons have it: https://iconify.design/docs/types/iconify-icon.html */
export interface Icon {
  /** What is in the `<svg>`. */
  body: string;
  /** Of the drawing; 16 without it. */
  width?: number;
  height?: number;
}

/** Says what has to be installed before an icon can be drawn. */
export interface MissingSet {
  install: string;
}

/**
 * Finds an icon of MkDocs Material: of `:material-clock-fast:`, the one called `clock-fast` in the set `material`. The
 * other sets are `fontawesome-solid`, `fontawesome-regular`, `fontawesome-brands`, `octicons` and `simple`. There is no
 * such icon where it returns nothing.
 */
export type Icons = (set: string, name: string) => Icon | MissingSet | undefined;

export interface IconOptions {
  /** Finds the drawing of an icon. */
  icons?: Icons;
  /** Leave icons that cannot be drawn as they are written. Otherwise they are left out. */
  keepIcons?: boolean;
}
