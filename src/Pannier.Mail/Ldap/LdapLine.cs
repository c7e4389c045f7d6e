using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Pannier.Mail.Net;

namespace Pannier.Mail.Ldap;

/// <summary>One connection to a directory (LDAPv3, RFC 4511): StartTLS, simple bind, search. Referrals are not followed, ever.</summary>
/// <remarks>One operation at a time. The line is vetted by <see cref="Egress"/>; nothing else is dialled, whatever a server says.</remarks>
internal sealed class LdapLine : IAsyncDisposable
{
    private const int MostBytes = 256 * 1024; // one message of theirs
    private const int MostMessages = 64; // in answer to one of ours
    private const string StartTls = "1.3.6.1.4.1.1466.20037";
    private readonly Line _line;
    private int _number;

    private LdapLine(Line line) => _line = line;

    /// <summary>Connects, encrypted; with StartTLS nothing but that wish is said before.</summary>
    /// <exception cref="MailFault"><see cref="MailFaultKind.TlsUnavailable"/> when the server will not; others as <see cref="Egress.OpenAsync"/>.</exception>
    public static async Task<LdapLine> OpenAsync(Egress egress, ServerAddress server, CancellationToken cancellation)
    {
        if (server.Security == ConnectionSecurity.None) throw new MailFault(MailFaultKind.TlsUnavailable);
        var line = new LdapLine(await egress.OpenAsync(server, cancellation));
        try
        {
            if (server.Security == ConnectionSecurity.StartTls) await line.StartTlsAsync(cancellation);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Binds with a name and a password (§4.2).</summary>
    /// <param name="dn">Not empty.</param>
    /// <param name="password">Not empty: an empty one would be nobody's sign-in, and succeed (§4.2, RFC 4513 §5.1.2).</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>False when the server does not take them.</returns>
    /// <exception cref="MailFault">It could not say.</exception>
    public async Task<bool> BindAsync(string dn, Secret password, CancellationToken cancellation)
    {
        if (dn.Length == 0 || password.Length == 0) return false;
        var answer = await AskAsync(
            writer =>
            {
                using var bind = writer.PushSequence(Application(0));
                writer.WriteInteger(3);
                writer.WriteOctetString(Encoding.UTF8.GetBytes(dn));
                writer.WriteOctetString(password.RevealBytes(), new Asn1Tag(TagClass.ContextSpecific, 0));
            },
            1,
            null,
            cancellation);
        return answer switch
        {
            LdapResult.Success => true,
            LdapResult.InvalidCredentials or LdapResult.NoSuchObject or LdapResult.InvalidDnSyntax or LdapResult.InappropriateAuthentication or LdapResult.UnwillingToPerform => false,
            _ => throw new MailFault(MailFaultKind.Refused), // a referral too: the directory asked is the one that answers
        };
    }

    /// <summary>Looks for entries below a name (§4.5); at most two are wanted, to see that there is one.</summary>
    /// <exception cref="MailFault">The server refused, or could not say.</exception>
    public async Task<IReadOnlyList<LdapEntry>> SearchAsync(string under, LdapScope scope, string filter, IReadOnlyList<string> attributes, CancellationToken cancellation)
    {
        var found = new List<LdapEntry>();
        var answer = await AskAsync(
            writer =>
            {
                using var search = writer.PushSequence(Application(3));
                writer.WriteOctetString(Encoding.UTF8.GetBytes(under));
                writer.WriteEnumeratedValue(scope);
                writer.WriteEnumeratedValue(LdapAliases.Never);
                writer.WriteInteger(2); // entries
                writer.WriteInteger(10); // seconds
                writer.WriteBoolean(false);
                LdapFilter.Write(writer, filter);
                using var wanted = writer.PushSequence();
                foreach (var attribute in attributes) writer.WriteOctetString(Encoding.UTF8.GetBytes(attribute));
            },
            5,
            message => found.Add(Entry(message)),
            cancellation);
        return answer is LdapResult.Success or LdapResult.SizeLimitExceeded or LdapResult.NoSuchObject ? found : throw new MailFault(MailFaultKind.Refused);
    }

    public async ValueTask DisposeAsync() => await _line.DisposeAsync();

    private async Task StartTlsAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(
            writer =>
            {
                using var extended = writer.PushSequence(Application(23));
                writer.WriteOctetString(Encoding.ASCII.GetBytes(StartTls), new Asn1Tag(TagClass.ContextSpecific, 0));
            },
            24,
            null,
            cancellation);
        if (answer != LdapResult.Success) throw new MailFault(MailFaultKind.TlsUnavailable);
        await _line.StartTlsAsync(cancellation);
    }

    /// <summary>Sends one operation and reads until its last answer.</summary>
    /// <param name="operation">Writes it.</param>
    /// <param name="last">The application tag of the answer that ends it.</param>
    /// <param name="between">Given what comes before that; null where nothing may.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    private async Task<LdapResult> AskAsync(Action<AsnWriter> operation, int last, Action<AsnReader>? between, CancellationToken cancellation)
    {
        var number = ++_number;
        await SendAsync(number, operation, cancellation);
        try
        {
            for (var read = 0; read < MostMessages; read++)
            {
                var message = await LdapMessage.ReadAsync(_line.Stream, MostBytes, cancellation);
                if (message.Number != number) throw new MailFault(MailFaultKind.Dropped); // a notice of disconnection (§4.4.1), or nothing of ours
                if (message.Tag == last) return message.Result();
                if (between is null) throw new MailFault(MailFaultKind.Protocol);
                if (message.Tag == LdapMessage.Entry) between(message.Operation);
            }
        }
        catch (AsnContentException broken)
        {
            throw new MailFault(MailFaultKind.Protocol, inner: broken);
        }
        catch (IOException broken)
        {
            throw new MailFault(broken.InnerException is TimeoutException ? MailFaultKind.TimedOut : MailFaultKind.Dropped, inner: broken);
        }

        throw new MailFault(MailFaultKind.Protocol);
    }

    private async Task SendAsync(int number, Action<AsnWriter> operation, CancellationToken cancellation)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(number);
            operation(writer);
        }

        var bytes = writer.Encode();
        writer.Reset();
        try
        {
            await _line.Stream.WriteAsync(bytes, cancellation);
        }
        catch (IOException broken)
        {
            throw new MailFault(MailFaultKind.Dropped, inner: broken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static LdapEntry Entry(AsnReader operation)
    {
        var dn = Encoding.UTF8.GetString(operation.ReadOctetString());
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var attributes = operation.ReadSequence();
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var name = Encoding.UTF8.GetString(attribute.ReadOctetString());
            var all = attribute.ReadSetOf(skipSortOrderValidation: true);
            if (all.HasData) values.TryAdd(name.ToLowerInvariant(), Encoding.UTF8.GetString(all.ReadOctetString()));
        }

        return new LdapEntry(dn, values);
    }

    private static Asn1Tag Application(int number) => new(TagClass.Application, number, isConstructed: true);
}
