import { expect, test } from "vitest"
import { addressBehind } from "~/web/network"

const proxies = ["127.0.0.1", "10.0.0.2"]

test("without a trusted proxy nobody is believed who says where he comes from", () => {
  expect(addressBehind("203.0.113.7", "198.51.100.1", proxies)).toBe("203.0.113.7")
  expect(addressBehind("127.0.0.1", "198.51.100.1", [])).toBe("127.0.0.1")
})

test("behind trusted proxies the last address counts that none of them is", () => {
  expect(addressBehind("127.0.0.1", "198.51.100.1", proxies)).toBe("198.51.100.1")
  expect(addressBehind("::ffff:127.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", proxies)).toBe("198.51.100.1")
  expect(addressBehind("127.0.0.1", "2001:db8::1", proxies)).toBe("2001:db8::1")
})

test("what is no address is not counted by", () => {
  expect(addressBehind("127.0.0.1", "unknown", proxies)).toBe("127.0.0.1")
  expect(addressBehind("127.0.0.1", null, proxies)).toBe("127.0.0.1")
  expect(addressBehind("127.0.0.1", "127.0.0.1", proxies)).toBe("127.0.0.1")
})
