/** A field no person sees and every program fills in: what comes with it is not kept, and says so. */
export function Honeypot() {
  return (
    <div className="aside-field" aria-hidden="true">
      <label htmlFor="website">网址（请不要填）</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
