namespace Pannier.Demo;

/// <summary>One account of the demo provider; the address is the user name for IMAP and SMTP.</summary>
public sealed record DemoAccount(string Address, string Password);
