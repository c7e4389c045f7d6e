using System.Text;
using MailKit;

namespace Pannier.Mail.Imap;

/// <summary>
/// Listens to what a server says and keeps its last kilobyte: MailKit does not pass on the response code of a refusal.
/// It also guards MailKit's recursive parser against nesting deep enough to exhaust the stack.
/// </summary>
internal sealed class ServerWords : IProtocolLogger
{
    private const int Most = 1024;
    private readonly byte[] _last = new byte[Most];
    private readonly NestingGuard _nesting = new();
    private int _length;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        var said = buffer.AsSpan(offset, count);
        _nesting.Watch(said);
        if (count >= Most)
        {
            said[^Most..].CopyTo(_last);
            _length = Most;
            return;
        }

        var keep = Math.Min(_length, Most - count);
        _last.AsSpan(_length - keep, keep).CopyTo(_last);
        said.CopyTo(_last.AsSpan(keep));
        _length = keep + count;
    }

    /// <summary>Forgets what was said before an act, so that a fault never quotes an older answer. A farewell stays: it ends the line.</summary>
    public void Forget()
    {
        if (LastRefusal() is not { IsBye: true }) _length = 0;
    }

    /// <summary>The last NO, BAD or BYE; null when there was none.</summary>
    public Refusal? LastRefusal()
    {
        Refusal? last = null;
        foreach (var line in Encoding.UTF8.GetString(_last, 0, _length).Split('\n'))
            if (Refusal.Read(line.TrimEnd('\r')) is { } refusal) last = refusal;

        return last;
    }

    public void Dispose()
    {
    }
}
