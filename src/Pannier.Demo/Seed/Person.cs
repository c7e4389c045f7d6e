using MimeKit;

namespace Pannier.Demo.Seed;

/// <summary>A correspondent, always under the same name and address.</summary>
/// <param name="Zone">Offset of the Date field they write.</param>
internal sealed record Person(string Key, string Name, string Address, TimeSpan Zone, MailClient Client)
{
    public string Host => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public MailboxAddress Mailbox() => new(Name, Address);
}
