using OtpNet;

namespace Pannier.Core.Factors;

/// <summary>Time-based one-time passwords as every authenticator app makes them: SHA-1, 30 seconds, six digits (RFC 6238).</summary>
internal static class TotpCode
{
    public const int SecretLength = 20;
    private const int Step = 30;
    private const int Digits = 6;

    /// <summary>The time step of a code, of now or the step before or after; null when it is of none.</summary>
    public static long? StepOf(byte[] secret, string typed, DateTimeOffset now)
    {
        var code = new string([.. typed.Where(c => c is not (' ' or '-'))]);
        if (code.Length != Digits || !code.All(char.IsAsciiDigit)) return null;
        return new Totp(secret, Step, OtpHashMode.Sha1, Digits).VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;
    }

    /// <summary>What an authenticator app reads from a QR code.</summary>
    /// <param name="site">Which site, as the app shows it.</param>
    public static string Uri(byte[] secret, string site, string name) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(site)}:{System.Uri.EscapeDataString(name)}?secret={Base32(secret)}&issuer={System.Uri.EscapeDataString(site)}&algorithm=SHA1&digits={Digits}&period={Step}";

    /// <summary>The secret as it is typed by hand.</summary>
    public static string Base32(byte[] secret) => Base32Encoding.ToString(secret).TrimEnd('=');
}
