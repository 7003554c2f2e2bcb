/** Text without case and accents: 'Élan' is found by 'elan'. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
