using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

/// <summary>
/// Follows parentheses in a server's answers and stops one nested too deep: MailKit's parser is recursive, and a stack that
/// overflows takes the whole process with it.
/// </summary>
/// <remarks>
/// A server must not get the guard out of step with the parser, so the same things are skipped as there: quoted strings, even
/// over line ends, and literals on lines of data; on lines of text, which end at the line end, neither. A response code in
/// which a line end could be meant either way is refused.
/// </remarks>
internal sealed class NestingGuard
{
    /// <summary>A level of MIME nesting takes one or two; mail nested a dozen deep is rare.</summary>
    private const int Deepest = 120;

    private readonly char[] _start = new char[5];
    private int _startLength;
    private int _depth;
    private bool _quoted;
    private bool _escaped;
    private Code _code;
    private Brace _brace;
    private long _announced;
    private long _literal;

    private enum Code
    {
        None,
        Open,
        Closed,
    }

    private enum Brace
    {
        None,
        Counting,
        Closed,
    }

    private bool IsText => _startLength == 0 || _start[0] != '*' || Starts("*OK") || Starts("*NO") || Starts("*BAD") || Starts("*BYE") || Starts("*PREA");

    /// <exception cref="ImapProtocolException">It is nested too deep, or not to be followed.</exception>
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

            Watch((char)said[0]);
            said = said[1..];
        }
    }

    private void Watch(char c)
    {
        if (_quoted)
        {
            Quoted(c);
            return;
        }

        switch (c)
        {
            case '\n':
                EndLine();
                return;
            case '\r':
                return;
            default:
                if (_startLength < _start.Length && c is not (' ' or '\t')) _start[_startLength++] = char.ToUpperInvariant(c);
                Braces(c);
                Structure(c);
                return;
        }
    }

    private void Quoted(char c)
    {
        if (c == '\n' && _code == Code.Open) throw new ImapProtocolException("A response code does not end with its line.");
        if (_escaped) _escaped = false;
        else if (c == '\\') _escaped = true;
        else if (c == '"') _quoted = false;
    }

    private void Braces(char c) => (_brace, _announced) = (c, _brace) switch
    {
        ('{', _) => (Brace.Counting, 0),
        (_, Brace.Counting) when char.IsAsciiDigit(c) => (Brace.Counting, Math.Min(int.MaxValue, (_announced * 10) + (c - '0'))),
        ('+', Brace.Counting) => (Brace.Counting, _announced),
        ('}', Brace.Counting) => (Brace.Closed, _announced),
        _ => (Brace.None, 0),
    };

    private void Structure(char c)
    {
        switch (c)
        {
            case '[' when _code == Code.None && IsText:
                _code = Code.Open;
                break;
            case ']' when _code == Code.Open:
                _code = Code.Closed;
                break;
            case '"' when !IsText || _code == Code.Open:
                _quoted = true;
                break;
            case '(':
                if (++_depth > Deepest) throw new ImapProtocolException("The answer is nested too deep.");
                break;
            case ')':
                _depth--;
                break;
        }
    }

    private void EndLine()
    {
        if (_code == Code.Open) throw new ImapProtocolException("A response code does not end with its line.");
        var goesOn = _brace == Brace.Closed && !IsText;
        _literal = goesOn ? _announced : 0;
        _brace = Brace.None;
        _code = Code.None;
        if (goesOn) return;
        (_depth, _startLength) = (0, 0);
    }

    private bool Starts(string word) => _startLength >= word.Length && _start.AsSpan(0, word.Length).SequenceEqual(word);
}
