import { Volume2, VolumeX } from "lucide-react"
import { useEffect, useState } from "react"
import { Button } from "~/ui/Button"
import { Icon } from "~/ui/Icon"

/** 读给我听: where this browser has a Chinese voice; elsewhere the button is not there. */
export function ReadAloud({ text }: { text: string }) {
  const voice = useChineseVoice()
  const [isSpeaking, setSpeaking] = useState(false)
  // Another page, another text: the voice of the last one falls silent.
  useEffect(() => {
    if (!voice || !text) return
    return () => speechSynthesis.cancel()
  }, [voice, text])
  if (!voice) return null
  const press = () => {
    speechSynthesis.cancel()
    if (isSpeaking) return setSpeaking(false)
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = 0.9
    words.onend = () => setSpeaking(false)
    words.onerror = () => setSpeaking(false)
    speechSynthesis.speak(words)
    setSpeaking(true)
  }
  return (
    <Button type="button" onClick={press}>
      <Icon of={isSpeaking ? VolumeX : Volume2} />
      {isSpeaking ? "停下" : "读给我听"}
    </Button>
  )
}

function useChineseVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    if (!("speechSynthesis" in window)) return
    const find = () => setVoice(speechSynthesis.getVoices().find(one => /^(zh|cmn)/i.test(one.lang)) ?? null)
    find()
    // Browsers learn of their voices only after a while.
    speechSynthesis.addEventListener?.("voiceschanged", find)
    return () => speechSynthesis.removeEventListener?.("voiceschanged", find)
  }, [])
  return voice
}
