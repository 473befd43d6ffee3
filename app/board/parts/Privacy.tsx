/** 个人信息保护法第17条: who handles what, why, and for how long, before it is given. */
export function Privacy({ community, purpose }: { community: string; purpose: string }) {
  return (
    <p className="small soft">
      您填的内容由{community}居民委员会保存，只给办这件事的人看，用来{purpose}；称呼和电话不公开，不填也可以。
      要看、要改、要删，请到社区办公室。
    </p>
  )
}
