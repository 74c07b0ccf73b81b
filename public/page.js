// What a public page can do by itself: share its address, and print. Where the app is live it does this itself.
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
    // Who closed the share sheet wanted nothing more. Where nothing else works, the address is there to copy by hand.
    if (error.name !== 'AbortError') button.parentElement.querySelector('[role=status]').textContent = url;
  }
});
