using System.Text;
using MailKit;

namespace Pannier.Mail.Smtp;

/// <summary>Listens to what a server says while MailKit talks to it, and keeps the last answer: MailKit does not pass on its code when signing in fails.</summary>
internal sealed class SmtpWords : IProtocolLogger
{
    private const int Most = 4096;
    private readonly StringBuilder _said = new();

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri)
    {
    }

    // What we say may be a password, and is not kept.
    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        _said.Append(Encoding.UTF8.GetString(buffer, offset, count));
        if (_said.Length > Most) _said.Remove(0, _said.Length - Most);
    }

    /// <summary>Null when nothing it said ends in an answer.</summary>
    public SmtpReply? LastReply()
    {
        var lines = _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
        if (lines.Count == 0) return null;
        var start = lines.Count - 1;
        while (start > 0 && lines[start - 1] is [_, _, _, '-', ..]) start--;
        return SmtpReply.Read(lines[start..]);
    }

    public void Dispose()
    {
    }
}
