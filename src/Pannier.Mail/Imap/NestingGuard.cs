using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

/// <summary>Follows parentheses in a server's answers, past quoted strings and literals, and stops an answer nested too deep.</summary>
internal sealed class NestingGuard
{
    /// <summary>Mail nested a few dozen deep is real; the parser's stack bears thousands.</summary>
    private const int Deepest = 400;

    private int _depth;
    private bool _quoted;
    private bool _escaped;
    private bool _counting;
    private long _announced;
    private long _literal;
    private bool _afterBrace;

    /// <exception cref="ImapProtocolException">It is nested too deep.</exception>
    public void Watch(ReadOnlySpan<byte> said)
    {
        while (!said.IsEmpty)
        {
            if (_literal > 0)
            {
                var skipped = (int)Math.Min(_literal, said.Length);
                _literal -= skipped;
                said = said[skipped..];
                continue;
            }

            Watch(said[0]);
            said = said[1..];
        }
    }

    private void Watch(byte c)
    {
        switch (c)
        {
            case (byte)'\n':
                _literal = _afterBrace ? _announced : 0;
                if (!_afterBrace) _depth = 0;
                _quoted = _escaped = _counting = _afterBrace = false;
                return;
            case (byte)'\r':
                return;
        }

        _afterBrace = false;
        if (_quoted)
        {
            if (_escaped) _escaped = false;
            else if (c == (byte)'\\') _escaped = true;
            else if (c == (byte)'"') _quoted = false;
            return;
        }

        if (_counting)
        {
            if (c is >= (byte)'0' and <= (byte)'9' && _announced < int.MaxValue) _announced = (_announced * 10) + (c - (byte)'0');
            else if (c == (byte)'}') (_counting, _afterBrace) = (false, true);
            else if (c != (byte)'+') _counting = false;
            return;
        }

        switch (c)
        {
            case (byte)'"':
                _quoted = true;
                break;
            case (byte)'{':
                (_counting, _announced) = (true, 0);
                break;
            case (byte)'(':
                if (++_depth > Deepest) throw new ImapProtocolException("The answer is nested too deep.");
                break;
            case (byte)')':
                _depth--;
                break;
        }
    }
}
