/** 核验码 of this ballot: made on the tablet itself, to be copied down before the ballot is cast. */
export function BallotCode({ code }: { code: string }) {
  return (
    <div className="ballot-code">
      <p>
        您的核验码
        <b>
          {code.slice(0, 4)} {code.slice(4)}
        </b>
      </p>
      <p>请抄在纸上，不要给别人看。公布结果时，凭它在名单里核对您这一票。投出以后不再显示。</p>
    </div>
  )
}
