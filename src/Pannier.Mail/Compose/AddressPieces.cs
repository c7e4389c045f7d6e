using System.Text;

namespace Pannier.Mail.Compose;

/// <summary>Takes a list of addresses apart in one pass (RFC 5322 §3.4, with what people do to it).</summary>
internal sealed class AddressPieces(string text)
{
    private readonly StringBuilder _words = new();
    private readonly StringBuilder _bare = new();
    private StringBuilder? _bracketed;
    private StringBuilder? _comment;
    private int _at;
    private int _start;
    private bool _quoted;
    private bool _sawAt;
    private bool _afterBracket;
    private bool _unclosed;
    private bool _openBracket;

    public IEnumerable<AddressPiece> All()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c is ',' or ';' or '\n' or '\r')
            {
                yield return Close();
                _start = ++_at;
            }
            else if (c == ':' && _bracketed is null && !_sawAt)
            {
                Clear(); // the name of a group; its members follow
                _start = ++_at;
            }
            else
            {
                ReadOne(c);
            }
        }

        yield return Close();
    }

    private void ReadOne(char c)
    {
        switch (c)
        {
            case '"':
                Quoted(_words, keepQuotes: false);
                break;
            case '(':
                Comment(_comment ??= new());
                break;
            case '<' when _bracketed is null:
                Bracket(_bracketed = new());
                break;
            default:
                _afterBracket |= _bracketed is not null && !char.IsWhiteSpace(c);
                _sawAt |= c == '@';
                _words.Append(c);
                _bare.Append(c);
                _at++;
                break;
        }
    }

    private void Quoted(StringBuilder into, bool keepQuotes)
    {
        _quoted = true;
        var from = _at++;
        if (keepQuotes) into.Append('"');
        while (_at < text.Length && text[_at] is not ('"' or '\n' or '\r'))
        {
            var escapes = text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is not ('\n' or '\r');
            if (escapes && keepQuotes) into.Append('\\');
            if (escapes) _at++;
            into.Append(text[_at++]);
        }

        if (_at >= text.Length || text[_at] != '"')
        {
            _unclosed = true;
            return;
        }

        _at++;
        if (keepQuotes) into.Append('"');
        else _bare.Append(text, from, _at - from);
    }

    private void Comment(StringBuilder into)
    {
        var depth = 0;
        for (; _at < text.Length && text[_at] is not ('\n' or '\r'); _at++)
        {
            if (text[_at] == '(' && depth++ == 0) continue;
            if (text[_at] == ')' && --depth == 0)
            {
                _at++;
                return;
            }

            into.Append(text[_at]);
        }

        _unclosed = true;
    }

    private void Bracket(StringBuilder into)
    {
        _at++;
        while (_at < text.Length && text[_at] is not ('>' or ',' or ';' or '\n' or '\r' or '<'))
        {
            if (text[_at] == '"') Quoted(into, keepQuotes: true);
            else into.Append(text[_at++]);
            if (_unclosed) return;
        }

        if (_at < text.Length && text[_at] == '>') _at++;
        else _unclosed = _openBracket = true;
    }

    private AddressPiece Close()
    {
        var piece = new AddressPiece(
            text[_start.._at].Trim(), _words.ToString(), _bare.ToString(), _bracketed?.ToString(), _comment?.ToString(), _quoted, _afterBracket, _unclosed, _openBracket);
        Clear();
        return piece;
    }

    private void Clear()
    {
        _words.Clear();
        _bare.Clear();
        _bracketed = _comment = null;
        _sawAt = _quoted = _afterBracket = _unclosed = _openBracket = false;
    }
}
