using Pannier.Core.Crypto;
using Pannier.Core.Views;

namespace Pannier.Cli.Doctor;

/// <summary>Looks at the program itself: who runs it, what it seals with, whether its files are those that were built.</summary>
internal static class LookAtProgram
{
    public static IReadOnlyList<Finding> Look(string webRoot, CryptoOptions crypto) => [User(Environment.UserName), Sealing(crypto.Vault()), Files(webRoot)];

    public static Finding Sealing(Vault vault) => vault.HasLibsodium
        ? Finding.Ok("sealing", "XChaCha20-Poly1305 and Argon2id, by libsodium")
        : Finding.Warn("sealing", "libsodium does not load, or Crypto:WithoutLibsodium is set: new data is sealed with AES-256-CBC and HMAC-SHA512, and what libsodium sealed cannot be opened; install this program's own libsodium again");

    private static Finding User(string name) => name == "root"
        ? Finding.Warn("user", "this is root, who may do anything: run doctor as the user that runs Pannier, or its modes are not really tested")
        : Finding.Ok("user", name);

    private static Finding Files(string webRoot)
    {
        try
        {
            Assets.Read(webRoot);
            return Finding.Ok("page files", "script and style are those that were built");
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("page files", fault.Message);
        }
    }
}
