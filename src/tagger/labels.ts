// What the network tells apart, in the order of its outputs; training/labels.py has the same lists.

export const modes = ["meet", "talk", "call", "write", "visit", "other"] as const
export const statuses = ["happened", "not-happened", "planned", "refused", "hypothetical"] as const
export const responses = ["answer", "deflection", "refusal"] as const
