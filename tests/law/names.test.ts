import fc from "fast-check"
import { expect, test } from "vitest"
import { type Gender, maskName, maskPhone, sortByPinyin, sortByStrokes, surnameOf } from "~/law/names"

test.each<[string, Gender | undefined, string]>([
  ["王小红", "女", "王女士"],
  ["张三丰", "男", "张先生"],
  ["张三丰", undefined, "张*"],
  ["欧阳小红", "女", "欧阳女士"],
  ["欧阳丹", undefined, "欧阳*"],
  ["欧阳", "女", "欧女士"],
  ["𬭎小红", "女", "𬭎女士"],
  ["寅女士", undefined, "寅女士"],
  ["阿依甲·买买乙", "女", "阿*"],
  ["阿依甲乙丙", "女", "阿*"],
  [" 王小红 ", "女", "王女士"],
  ["", "女", ""],
])("个人信息保护法25: outside the house %s (%s) is called %s", (name, gender, masked) => {
  expect(maskName(name, gender)).toBe(masked)
})

test("a masked name shows nothing of the given name and not how long it is", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { minLength: 1, maxLength: 3 }), given => {
      expect(maskName(`王${given.join("")}`)).toBe("王*")
    }),
  )
})

test("a surname of two characters is kept whole only when a given name follows", () => {
  expect(surnameOf("诸葛甲")).toBe("诸葛")
  expect(surnameOf("诸葛")).toBe("诸")
  expect(surnameOf("甲一")).toBe("甲")
})

test.each([
  ["13900000001", "139****0001"],
  ["139 0000 0001", "139****0001"],
  ["+86 139-0000-0001", "139****0001"],
  ["025-83210001", "****0001"],
  ["12345", "****"],
])("the phone %s is shown as %s", (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test("以姓氏笔画为序: the fewest strokes come first, then the next character decides", () => {
  expect(sortByStrokes(["张甲", "王乙", "丁甲", "王一"], name => name)).toEqual(["丁甲", "王一", "王乙", "张甲"])
})

test("by pinyin 安 comes before 王 and 赵", () => {
  expect(sortByPinyin(["赵甲", "王乙", "安丙"], name => name)).toEqual(["安丙", "王乙", "赵甲"])
})

test("sorting leaves the list it was given as it was, and two people of one name in their order", () => {
  const people = [
    { name: "王甲", id: 2 },
    { name: "丁甲", id: 3 },
    { name: "王甲", id: 1 },
  ]
  expect(sortByStrokes(people, person => person.name).map(person => person.id)).toEqual([3, 2, 1])
  expect(people.map(person => person.id)).toEqual([2, 3, 1])
})

test.each(["欧阳", "慕容", "司徒", "令狐", "呼延", "西门", "南荣", "纳兰", "那拉"])(
  "the compound surname %s is kept whole",
  surname => {
    expect(maskName(`${surname}甲`, "女")).toBe(`${surname}女士`)
  },
)

test("blanks before a name are not its surname, and no name has none", () => {
  expect(surnameOf(" 王小红")).toBe("王")
  expect(surnameOf("")).toBe("")
})

test.each<[string, Gender, string]>([
  ["张先生", "男", "张先生"],
  ["A王小红", "女", "A*"],
  ["王小红A", "女", "王*"],
])("%s is called %s only where that is a name of Han characters", (name, gender, masked) => {
  expect(maskName(name, gender)).toBe(masked)
})

test.each([
  ["0086 139 0000 0001", "****0001"],
  ["139000000012", "****0012"],
  ["83210001", "****0001"],
])("%s is not a mobile number of eleven digits and is shown as %s", (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})
