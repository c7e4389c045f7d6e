using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pannier.Demo.Imap;

/// <summary>
/// Reads the arguments of one whole command, its literals standing in the bytes where they came.
/// Every method takes what it names or throws <see cref="ImapSyntaxException"/>.
/// </summary>
internal sealed class ImapArguments(ReadOnlyMemory<byte> command)
{
    private static readonly string[] DateTimeForms = ["d-MMM-yyyy HH:mm:ss zzz", " d-MMM-yyyy HH:mm:ss zzz", "dd-MMM-yyyy HH:mm:ss zzz"];

    private static readonly SearchValues<byte> AtomEnds = SearchValues.Create(" ()\"{\r\n"u8);

    private int at;

    public bool AtEnd => at == command.Length;

    private ReadOnlySpan<byte> Rest => command.Span[at..];

    public bool NextIs(char expected) => at < command.Length && command.Span[at] == expected;

    public bool Skip(char expected)
    {
        if (!NextIs(expected))
            return false;
        at++;
        return true;
    }

    public void Expect(char expected)
    {
        if (!Skip(expected))
            throw new ImapSyntaxException(expected == ' ' ? "Arguments are missing" : $"Expected '{expected}'");
    }

    public void End()
    {
        if (!AtEnd)
            throw new ImapSyntaxException("Too many arguments");
    }

    /// <summary>An atom of any kind; stops before blanks, parentheses and quotes, and, unlike RFC 3501, not before "[" or "\".</summary>
    public string Atom()
    {
        var length = Rest.IndexOfAny(AtomEnds);
        var atom = length < 0 ? Rest : Rest[..length];
        if (atom.IsEmpty || atom.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            throw new ImapSyntaxException("Expected an atom");
        at += atom.Length;
        return Encoding.ASCII.GetString(atom);
    }

    /// <summary>An atom in upper case.</summary>
    public string Word() => Atom().ToUpperInvariant();

    /// <summary>Takes the keyword when it comes next, whole, and leaves the reader where it was otherwise.</summary>
    public bool TryWord(string word)
    {
        var before = at;
        if (Rest.Length >= word.Length && Ascii.EqualsIgnoreCase(Rest[..word.Length], word))
        {
            at += word.Length;
            if (AtEnd || Rest[0] is (byte)' ' or (byte)'(' or (byte)')' or (byte)'[' or (byte)'<')
                return true;
        }

        at = before;
        return false;
    }

    /// <summary>Letters, digits, "." and "-", as in the name of a FETCH item or a body section.</summary>
    public string Name()
    {
        var length = 0;
        while (length < Rest.Length && (char.IsAsciiLetterOrDigit((char)Rest[length]) || Rest[length] is (byte)'.' or (byte)'-'))
            length++;
        var name = Encoding.ASCII.GetString(Rest[..length]).ToUpperInvariant();
        at += length;
        return name;
    }

    public uint Number() => uint.TryParse(Digits(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ImapSyntaxException("Expected a number");

    public ulong ModSeq() => ulong.TryParse(Digits(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ImapSyntaxException("Expected a mod-sequence");

    public NumberSet Set() => NumberSet.Read(Atom()) ?? throw new ImapSyntaxException("Expected a message set");

    public bool AtSet => !AtEnd && (char.IsAsciiDigit((char)Rest[0]) || Rest[0] == '*');

    /// <summary>Quoted, literal or atom, as UTF-8.</summary>
    public string AString() => Encoding.UTF8.GetString(AStringBytes());

    public byte[] AStringBytes()
    {
        if (NextIs('"'))
            return Quoted();
        return NextIs('{') ? Literal().ToArray() : Encoding.ASCII.GetBytes(Atom());
    }

    public string? NString() => TryWord("NIL") ? null : AString();

    /// <summary>A mailbox name, decoded; INBOX in any case is "INBOX".</summary>
    public string Mailbox()
    {
        var text = Encoding.Latin1.GetString(AStringBytes());
        if (text.Equals("INBOX", StringComparison.OrdinalIgnoreCase))
            return "INBOX";
        return ModifiedUtf7.Decode(text) ?? throw new ImapSyntaxException("Mailbox name is not valid modified UTF-7");
    }

    /// <summary>A pattern of LIST: wildcards stay, nothing is decoded.</summary>
    public string Pattern() => Encoding.Latin1.GetString(AStringBytes());

    public ReadOnlyMemory<byte> Literal()
    {
        Expect('{');
        if (!int.TryParse(Digits(), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new ImapSyntaxException("Expected a literal");
        Skip('+');
        Expect('}');
        Skip('\r');
        Expect('\n');
        if (length > command.Length - at)
            throw new ImapSyntaxException("Literal is cut short");
        at += length;
        return command.Slice(at - length, length);
    }

    /// <summary>"(\Seen $Work)", or the same without parentheses to the end.</summary>
    public IReadOnlyList<string> Flags()
    {
        var flags = new List<string>();
        var closed = Skip('(');
        while (!AtEnd && !NextIs(')'))
        {
            var flag = Atom();
            if (flag.AsSpan(flag.StartsWith('\\') ? 1 : 0).ContainsAny("\\%*]"))
                throw new ImapSyntaxException("Not a flag");
            flags.Add(flag);
            if (!Skip(' ') && !NextIs(')') && !AtEnd)
                throw new ImapSyntaxException("Expected a blank between flags");
        }

        if (closed)
            Expect(')');
        return flags;
    }

    public DateTimeOffset DateTime() =>
        DateTimeOffset.TryParseExact(Encoding.ASCII.GetString(Quoted()), DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ImapSyntaxException("Expected a date-time");

    public DateOnly Date() =>
        DateOnly.TryParseExact(AString(), "d-MMM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ImapSyntaxException("Expected a date such as 1-Feb-2026");

    private byte[] Quoted()
    {
        Expect('"');
        var text = new List<byte>();
        while (!AtEnd && !NextIs('"'))
        {
            Skip('\\');
            if (AtEnd || Rest[0] is (byte)'\r' or (byte)'\n' or 0)
                throw new ImapSyntaxException("Not allowed in a quoted string");
            text.Add(Rest[0]);
            at++;
        }

        Expect('"');
        return [.. text];
    }

    private string Digits()
    {
        var length = Rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = Encoding.ASCII.GetString(length < 0 ? Rest : Rest[..length]);
        at += digits.Length;
        return digits;
    }
}
