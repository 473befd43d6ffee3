import type { Seat } from "~/web/context"

/** 由乙二代操作（视力不便）: what every page of a seat says that someone of the staff opened; null where nobody helps. */
export const helperLineOf = (seat: Pick<Seat, "helper"> | null): string | null =>
  seat?.helper ? `由${seat.helper.name}代操作（${seat.helper.reason}）` : null
