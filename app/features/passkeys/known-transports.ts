const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

/** By which ways a device can be reached; a word that is not in the standard is left out. */
export function knownTransports(said: readonly string[] = []): (typeof transports)[number][] {
  return transports.filter((transport) => said.includes(transport));
}
