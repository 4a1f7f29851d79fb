/** An address of this machine only: "127.0.0.1", "::1", "localhost", "127.0.0.53" */
export const isLoopback = (host: string): boolean => /^(localhost|::1|\[::1\]|127(\.\d{1,3}){3})$/.test(host)
