using System.Security.Cryptography;
using Pannier.Mail;
using Pannier.Mail.Net;

namespace Pannier.Cli.Doctor;

/// <summary>Tries hosts the operator names, by the only way out there is, so that what it says holds for real accounts too.</summary>
internal static class LookOutside
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(EgressOptions options, IReadOnlyList<string> targets, TimeProvider clock, CancellationToken cancellation)
    {
        Egress egress;
        try
        {
            egress = new Egress(options, clock);
        }
        catch (CryptographicException fault)
        {
            return [Finding.Fail("trusted CAs", $"a file in Egress:Mail:TrustedCertificates holds no PEM certificate: {fault.Message}")];
        }

        var findings = new List<Finding>();
        foreach (var target in targets) findings.Add(await ReachAsync(egress, target, cancellation));
        findings.Add(Finding.Ok("mail servers", "people's accounts are sealed: each person sees how theirs are under Accounts, signed in; try a host from here with --reach host:port"));
        return findings;
    }

    private static async Task<Finding> ReachAsync(Egress egress, string target, CancellationToken cancellation)
    {
        if (HostPort.Read(target) is not { } read) return Finding.Fail("reach", $"'{target}' is not host:port, as in imap.example.org:993");

        // 993 and 465 begin with TLS; elsewhere a line is opened and nothing is sent, so no rule about clear text is at stake.
        var encrypted = read.Port.Number is 993 or 465 or 995 or 443;
        try
        {
            await using var line = await egress.OpenAsync(new ServerAddress(read.Host, read.Port, encrypted ? ConnectionSecurity.Tls : ConnectionSecurity.StartTls), cancellation);
            return Finding.Ok("reach", encrypted ? $"{read}: reached, its certificate is good" : $"{read}: reached; its certificate shows only after STARTTLS and was not looked at");
        }
        catch (MailFault fault)
        {
            return Finding.Fail("reach", $"{read}: {Why(fault.Kind, read)}");
        }
    }

    private static string Why(MailFaultKind kind, HostPort target) => kind switch
    {
        MailFaultKind.Forbidden => $"is not a public address, or no port of mail; if it is yours, add {target} to Egress:Mail:Allow",
        MailFaultKind.Certificate => "its certificate is not trusted; if an authority of yours signed it, name its file in Egress:Mail:TrustedCertificates",
        MailFaultKind.TimedOut => "took the connection and fell silent",
        _ => "cannot be reached: check the name, and firewalls on the way",
    };
}
