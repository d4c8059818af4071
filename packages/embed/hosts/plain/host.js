// This page's own script. It knows nothing of Faceplate.
const today = document.getElementById('today');
today.textContent = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(new Date());

const state = document.getElementById('state');
document.getElementById('read').addEventListener('click', () => {
  state.textContent = 'All read';
});
