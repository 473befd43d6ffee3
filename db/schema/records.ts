import {
  civilDate,
  foreignKey,
  index,
  instant,
  int,
  json,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns"
import { meetings } from "./convening"

/** What a person words; every number and name around it comes from the recorded facts when the sheet is drawn. */
export type MinutesWording = {
  opening: string
  /** By agenda item: the gist of the discussion, dissent that must be kept, and what was decided, item by item. */
  items: {
    agendaItemId: string
    gist: string
    dissent: string
    decisions: { content: string; handler: string; dueOn: string }[]
  }[]
  closing: string
}

export const draftStates = ["draft", "approved"] as const

/** 会议纪要: one per meeting, worded in place. */
export const minutes = table(
  "minutes",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    state: oneOf("state", draftStates).notNull(),
    /** 振社议纪〔year〕sequence号; given when approved. */
    year: int("year"),
    sequence: int("sequence"),
    wording: json<MinutesWording>("wording").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("minutes_meeting").on(t.communityId, t.meetingId),
    uniqueIndex("minutes_number").on(t.communityId, t.year, t.sequence),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)

/** 上次会议纪要的确认: minutes read out and found right, or with remarks, at a later meeting. Never changed afterwards. */
export const minutesConfirmations = table(
  "minutes_confirmations",
  {
    communityId: text("community_id").notNull(),
    minutesId: text("minutes_id").notNull(),
    /** The later meeting at which they were confirmed. */
    meetingId: text("meeting_id").notNull(),
    /** What was to be put right, in words; empty when nothing was. */
    remark: text("remark").notNull(),
    confirmedAt: instant("confirmed_at").notNull(),
    confirmedBy: text("confirmed_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.minutesId] }),
    index("minutes_confirmations_meeting").on(t.communityId, t.meetingId),
    foreignKey({ columns: [t.communityId, t.minutesId], foreignColumns: [minutes.communityId, minutes.id] }),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)

export type ResolutionWording = {
  title: string
  preamble: string
  /** 协商成果 item by item: what, who, by when (civil date or empty). */
  items: {
    content: string
    handler: string
    dueOn: string
    /** 570米, 3组; absent or empty where nothing is counted. */
    quantity?: string
  }[]
  /** 附带条件, clause by clause. */
  conditions?: string[]
  /** 经费: what the items cost together and who pays, a whole sentence; absent where no money is spent. */
  money?: string
}

/** 决议/协商成果: one per proclaimed round that passed. */
export const resolutions = table(
  "resolutions",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    roundId: text("round_id").notNull(),
    state: oneOf("state", draftStates).notNull(),
    /** 振社议决〔year〕sequence号; given when approved. */
    year: int("year"),
    sequence: int("sequence"),
    wording: json<ResolutionWording>("wording").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("resolutions_round").on(t.communityId, t.roundId),
    uniqueIndex("resolutions_number").on(t.communityId, t.year, t.sequence),
    index("resolutions_meeting").on(t.communityId, t.meetingId),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)

/** The text of a public edition before masking, line by line: 议题, 协商时间, 结果 … with the inner wording. */
export type EditionText = { title: string; lines: { label: string; text: string }[] }

/**
 * One spot of the inner text and what the public reads in its place. `line` counts the lines from 0, -1 is the title; `at`
 * and the length of `original` are UTF-16 positions within it. Where `shown` equals `original`, a person decided that it
 * stays and says why.
 */
export type EditionMark = {
  line: number
  at: number
  original: string
  shown: string
  /** The rule that found it, or `person` for a spot somebody added. */
  rule: "name" | "room" | "phone" | "identity" | "health" | "person"
  /** In one sentence, shown beside the spot. */
  reason: string
}

export const editionKinds = ["resolution", "convocation"] as const
export type EditionKind = (typeof editionKinds)[number]
export const editionStates = ["draft", "released", "withdrawn"] as const
export type EditionState = (typeof editionStates)[number]

/** 公示版 of a resolution or of a meeting's notice: masked by rule, released by a second person, never by its author. */
export const publicEditions = table(
  "public_editions",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    kind: oneOf("kind", editionKinds).notNull(),
    /** The resolution's or the meeting's id, by kind. */
    subjectId: text("subject_id").notNull(),
    meetingId: text("meeting_id").notNull(),
    /** 1, 2 … of this subject: a withdrawn edition is followed by the next. */
    version: int("version").notNull(),
    state: oneOf("state", editionStates).notNull(),
    /** 振社公〔year〕sequence号; given when released. */
    year: int("year"),
    sequence: int("sequence"),
    inner: json<EditionText>("inner").notNull(),
    marks: json<EditionMark[]>("marks").notNull(),
    /** Account of whoever drew it up or last changed a mark: that one may not release it. */
    authorAccountId: text("author_account_id").notNull(),
    authorName: text("author_name").notNull(),
    releasedAt: instant("released_at"),
    releasedBy: text("released_by"),
    /** Why it was sent back or withdrawn; empty otherwise. */
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Counts changes, for two who edit at once. */
    revision: int("revision").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("public_editions_version").on(t.communityId, t.kind, t.subjectId, t.version),
    uniqueIndex("public_editions_number").on(t.communityId, t.year, t.sequence),
    index("public_editions_meeting").on(t.communityId, t.meetingId),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)

/** 公示: a released edition on the board, from one day to another. */
export const notices = table(
  "notices",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    editionId: text("edition_id").notNull(),
    /** Which boards it hangs on, in words. */
    place: text("place").notNull(),
    postedOn: civilDate("posted_on").notNull(),
    /** The last day it has to hang: counted by 民法典第201、203条 from the rule frozen with its meeting. */
    until: civilDate("until").notNull(),
    daysDemanded: int("days_demanded").notNull(),
    article: text("article").notNull(),
    endedOn: civilDate("ended_on"),
    /** Why it came down before its time; empty when it hung to the end. */
    endReason: text("end_reason").notNull(),
    postedBy: text("posted_by").notNull(),
    endedBy: text("ended_by").notNull(),
    createdAt: instant("created_at").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    // An edition hangs once: what has to hang again is a new edition.
    uniqueIndex("notices_edition").on(t.communityId, t.editionId),
    index("notices_until").on(t.communityId, t.until),
    foreignKey({
      columns: [t.communityId, t.editionId],
      foreignColumns: [publicEditions.communityId, publicEditions.id],
    }),
  ],
)

/** 异议 to what was posted, and its answer. */
export const objections = table(
  "objections",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    noticeId: text("notice_id").notNull(),
    /** Ten digits the objector follows it by. */
    followCode: text("follow_code").notNull(),
    name: text("name").notNull(),
    phone: text("phone").notNull(),
    content: text("content").notNull(),
    means: oneOf("means", ["board", "staff"]).notNull(),
    receivedAt: instant("received_at").notNull(),
    /** The day by which it is owed an answer. */
    dueOn: civilDate("due_on").notNull(),
    answer: text("answer").notNull(),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("objections_follow_code").on(t.communityId, t.followCode),
    index("objections_notice").on(t.communityId, t.noticeId, t.receivedAt),
    foreignKey({ columns: [t.communityId, t.noticeId], foreignColumns: [notices.communityId, notices.id] }),
  ],
)
