/** One line of a menu: an action, a link, a choice that may be checked, or a line between groups. */
export type MenuEntry =
  | { readonly kind: 'separator' }
  | {
      readonly kind?: 'action';
      readonly label: string;
      readonly href?: string;
      readonly isChecked?: boolean;
      readonly isDangerous?: boolean;
      readonly onSelect?: () => void;
    };
