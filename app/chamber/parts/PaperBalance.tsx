import type { CountHead } from "~/chamber/paper/count-head"
import { Lamp } from "~/ui/Lamp"
import { Sheet } from "~/ui/Sheet"

/** 发出, 收回, 有效 … large and plain, with whether they add up. */
export function PaperBalance({ head }: { head: CountHead }) {
  const { progress, balance, isOpen } = head
  const { issued, returned, spoiled, missing, out, duplicate } = progress
  const isWhole = out === 0
  return (
    <Sheet title="票数">
      <dl className="paper-sum">
        <Term label="发出" count={issued} lead />
        <Term label="收回" count={returned} sign="＝" />
        <Term label="作废" count={spoiled} sign="＋" />
        <Term label="未收回" count={missing} sign="＋" />
        {isOpen || out > 0 ? <Term label="还在外面" count={out} sign="＋" /> : null}
      </dl>
      {balance && balance.valid !== null && balance.invalid !== null ? (
        <dl className="paper-sum">
          <Term label="收回" count={balance.returned} lead />
          <Term label="有效" count={balance.valid} sign="＝" />
          <Term label="无效" count={balance.invalid} sign="＋" />
          <Term label="重复" count={balance.duplicate} sign="＋" />
        </dl>
      ) : balance ? (
        <p className="soft">
          {balance.duplicate > 0 ? `收回的票里有${balance.duplicate}张重复，不计入。` : ""}
          无记名的票太少，有效和无效只合在总数里公布，免得看出是谁的。
        </p>
      ) : duplicate > 0 ? (
        <p>收回的票里有{duplicate}张重复，不计入。有效和无效的张数，结束表决以后出数。</p>
      ) : (
        <p className="soft">有效和无效的张数，结束表决以后出数。</p>
      )}
      <Lamp
        met={isWhole}
        metWords="每张票都有下落"
        notWords={`还有${out}张在外面`}
        detail={isWhole ? null : "收回，或者登记为未收回"}
      />
    </Sheet>
  )
}

function Term({ label, count, sign, lead }: { label: string; count: number; sign?: string; lead?: true }) {
  return (
    <div className={lead ? "paper-sum__lead" : undefined}>
      <dt>{label}</dt>
      <dd>
        {sign ? (
          <span className="paper-sum__sign" aria-hidden="true">
            {sign}
          </span>
        ) : null}
        {count}
        <small>张</small>
      </dd>
    </div>
  )
}
