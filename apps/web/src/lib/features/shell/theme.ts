/** Light, dark, or as the system says. Kept in this browser; app.html reads it before the first paint. */

export type ThemeChoice = 'system' | 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

export function chosenTheme(): ThemeChoice {
  const choice = document.documentElement.dataset['themeChoice'];
  return choice === 'light' || choice === 'dark' ? choice : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  document.documentElement.dataset['themeChoice'] = choice;
  show(choice);
  try {
    localStorage.setItem('theme', choice);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function show(choice: ThemeChoice): void {
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia(DARK).matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** Follows the system while the choice is to follow it; gives back how to stop. */
export function followSystemTheme(): () => void {
  const query = matchMedia(DARK);
  const follow = () => {
    show(chosenTheme());
  };
  query.addEventListener('change', follow);
  return () => {
    query.removeEventListener('change', follow);
  };
}
