using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Outside;

namespace Pannier.Core.Humans;

/// <summary>Gives out puzzles and checks what came of them; each is good once, for ten minutes, and for the visitor it was made for.</summary>
/// <remarks>
/// PBKDF2 because every browser has it built in, so that a person's machine is not much slower than a program's. It makes each
/// try dearer and keeps nobody out who pays: the growing delay is what does. Checking costs the site one run.
/// </remarks>
internal sealed class ProofOfWork(SiteKey site, UsedTokens used, IOptions<HumanCheckOptions> options, TimeProvider clock)
{
    private const string Purpose = "human check puzzle";
    private const int Rounds = 5_000;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    public WorkPuzzle Issue(string visitor)
    {
        var now = clock.GetUtcNow();
        var text = string.Create(CultureInfo.InvariantCulture, $"1.{now.ToUnixTimeSeconds()}.{options.Value.WorkBits}.{Rounds}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}");
        return WorkPuzzle.Read($"{text}.{Base64Url.EncodeToString(site.Sign(Purpose, Bound(text, visitor)))}")!; // just written
    }

    /// <param name="work">The number; null from somebody whose browser runs no script, who has waited instead.</param>
    /// <param name="visitor">Whom it must have been made for.</param>
    public async Task<HumanVerdict> CheckAsync(WorkPuzzle puzzle, WorkDone? work, string visitor, CancellationToken cancellation)
    {
        var signature = new byte[32];
        if (!Base64Url.IsValid(puzzle.Signature) || !Base64Url.TryDecodeFromChars(puzzle.Signature, signature, out var length) || length != signature.Length || !site.HasSigned(Purpose, Bound(puzzle.Signed, visitor), signature)) return HumanVerdict.Failed;

        var age = clock.GetUtcNow() - puzzle.IssuedAt;
        if (age > GoodFor) return HumanVerdict.Failed;
        if (work is { } done ? !IsDone(puzzle, done) : Left(puzzle) > TimeSpan.Zero) return work is null ? HumanVerdict.TooEarly : HumanVerdict.Failed;
        return await used.UseAsync("puzzle\0" + puzzle.Signed, puzzle.IssuedAt + GoodFor, cancellation) ? HumanVerdict.Passed : HumanVerdict.Failed;
    }

    /// <summary>How long somebody without script waits yet.</summary>
    public TimeSpan Left(WorkPuzzle puzzle) => puzzle.IssuedAt + options.Value.WaitWithoutScript - clock.GetUtcNow();

    public static bool IsDone(WorkPuzzle puzzle, WorkDone work)
    {
        Span<byte> key = stackalloc byte[4];
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(puzzle.Text), Encoding.ASCII.GetBytes(work.Number.ToString(CultureInfo.InvariantCulture)), key, puzzle.Rounds, HashAlgorithmName.SHA256);
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(key)) >= puzzle.Bits;
    }

    private static byte[] Bound(string text, string visitor) => Encoding.UTF8.GetBytes(text + "\0" + visitor);
}
