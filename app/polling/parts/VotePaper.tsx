import type { PapersView } from "~/polling/roll-views"

type Props = { view: PapersView; paper: PapersView["papers"][number] | null }

/** 表决票: one sheet of paper. A named one has its number and what the owner holds; an unnamed one is like every other. */
export function VotePaper({ view, paper }: Props) {
  const isElection = view.kind === "election"
  return (
    <article className="vote-paper">
      <header>
        <h2>
          {view.title}
          <br />
          {isElection ? "选票" : "表决票"}
        </h2>
        <p className="vote-paper__no">
          <span>{view.number}</span>
          {paper ? <b>第{paper.ordinal}号</b> : null}
        </p>
      </header>
      {paper ? (
        <dl className="vote-paper__who">
          <div>
            <dt>{view.kind === "owners" ? "业主" : "征求意见的人"}</dt>
            <dd>{paper.name}</dd>
          </div>
          <div>
            <dt>房屋</dt>
            <dd>{paper.units}</dd>
          </div>
          {paper.area ? (
            <div>
              <dt>面积</dt>
              <dd>{paper.area}</dd>
            </div>
          ) : null}
        </dl>
      ) : null}
      {view.question ? (
        <section>
          <h3>{isElection ? "说明" : "表决事项"}</h3>
          <p className="prewrap">{view.question}</p>
        </section>
      ) : null}
      <ul className="vote-paper__choices">
        {view.choices.map(choice => (
          <li key={choice}>
            <span className="vote-paper__box" aria-hidden="true" />
            {choice}
          </li>
        ))}
      </ul>
      <section className="vote-paper__how">
        <h3>怎么填</h3>
        <ol>
          <li>
            {isElection
              ? `在同意的人前面的方框里打“○”，最多选${view.seats}人。都不同意的，只在“均不同意”前打“○”。`
              : "在一个方框里打“○”，只选一项。"}
          </li>
          <li>
            {isElection
              ? "选得比名额多的、看不清的、另加记号的，是无效票。弃权不是无效票。"
              : "没有签名的、选了两项的、改得看不清的，是无效票。弃权不是无效票。"}
          </li>
          {isElection ? (
            <li>在写票处填，不要让别人看见；票上不写姓名。</li>
          ) : (
            <li>
              共有人一起只有这一张票，商量好再填。
              {view.allowsProxy ? "请人代填的，代理人签名，并附委托书。" : "只能本人填写，不能委托。"}
            </li>
          )}
          <li>
            {isElection
              ? `${view.closesOn}截止，填好以后投进票箱。`
              : `${view.closesOn}以前交到${view.office}${view.phone ? `（电话${view.phone}）` : ""}。`}
          </li>
        </ol>
      </section>
      {isElection ? null : (
        <footer className="vote-paper__sign">
          <span>签名：</span>
          <span>代理人：</span>
          <span>日期：</span>
        </footer>
      )}
    </article>
  )
}
