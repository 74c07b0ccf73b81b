// What a public page can do without the app: share its address, and print. After take-over the app's event handlers do
// it.
document.addEventListener('click', async event => {
  if ('live' in document.documentElement.dataset) return;
  const button = event.target.closest?.('[data-share], [data-print]');
  if (!button) return;
  if ('print' in button.dataset) return print();
  const { share, title, copied } = button.dataset;
  const url = new URL(share, location.href).href;
  try {
    if (navigator.share) return await navigator.share({ title, url });
    await navigator.clipboard.writeText(url);
    button.parentElement.querySelector('[role=status]').textContent = copied;
  } catch (error) {
    // `AbortError`: the visitor closed the share sheet. If sharing and copying fail, the address is shown to copy by
    // hand.
    if (error.name !== 'AbortError') button.parentElement.querySelector('[role=status]').textContent = url;
  }
});
