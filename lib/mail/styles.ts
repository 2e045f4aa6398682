/** What every letter looks like: words, no pictures, nothing from elsewhere. */
export const page = {
  fontFamily: 'system-ui, sans-serif',
  lineHeight: 1.6,
  maxWidth: '36rem',
  margin: '0 auto',
  padding: '1rem',
}
export const button = {
  background: '#0a6453',
  color: '#ffffff',
  padding: '0.7rem 1.2rem',
  textDecoration: 'none',
  borderRadius: 6,
}
export const small = { color: '#52625f', fontSize: '0.9rem' }
