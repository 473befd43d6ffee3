/** Where no script follows the meeting the browser itself loads the page again; nothing is typed on such a page. */
export const ReloadUnscripted = () => (
  <noscript>
    <meta httpEquiv="refresh" content="5" />
  </noscript>
)
