import type { RollView } from "~/polling/roll-views"
import { ButtonLink } from "~/ui/Button"

/** 发放回收登记, to be printed and carried from door to door: with a column to sign in. */
export function RollSheet({ roll, back }: { roll: RollView; back: string }) {
  return (
    <main className="page" id="main" tabIndex={-1}>
      <p className="screen-only row">
        <ButtonLink to={back}>回到票册</ButtonLink>
        <span className="soft">用浏览器的打印，横向更清楚。</span>
      </p>
      <h1>表决票发放回收登记</h1>
      <p>
        {roll.title}（{roll.number}），{roll.span}收票，共{roll.counts.all}张。
      </p>
      <div className="paper-scroll">
        <table className="paper-table">
          <thead>
            <tr>
              <th scope="col">票号</th>
              <th scope="col">姓名</th>
              <th scope="col">房屋</th>
              {roll.countsArea ? <th scope="col">面积</th> : null}
              <th scope="col">送达方式、日期</th>
              <th scope="col">接收人签字</th>
              <th scope="col">经办</th>
              <th scope="col">收回日期</th>
            </tr>
          </thead>
          <tbody>
            {roll.rows.map(row => (
              <tr key={row.ordinal}>
                <td>{row.ordinal}</td>
                <td>{row.name}</td>
                <td>{row.units}</td>
                {roll.countsArea ? <td>{row.area}</td> : null}
                <td>{[row.means, row.delivered].filter(Boolean).join("，")}</td>
                <td className="paper-sign">{row.to}</td>
                <td>{row.by}</td>
                <td>{row.returned}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}
