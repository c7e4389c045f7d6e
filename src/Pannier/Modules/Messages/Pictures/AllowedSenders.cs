using Pannier.Core.Records;
using Pannier.Mail;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>The person's decisions on senders.</summary>
internal sealed class AllowedSenders(IMyRecords<PictureSenders> records, TimeProvider clock)
{
    private const string Id = "all";
    private const int Most = 2_000; // the oldest go: they are asked about again

    /// <summary>By address.</summary>
    public async Task<IReadOnlyList<PictureSender>> AllAsync(CancellationToken cancellation) => (await records.FindAsync(Id, cancellation))?.Value.All ?? [];

    public async Task<bool> AllowsAsync(AddrSpec sender, CancellationToken cancellation) => (await AllAsync(cancellation)).Any(one => Is(one, sender));

    public Task AllowAsync(AddrSpec sender, CancellationToken cancellation) => ChangeAsync(
        all => all.Any(one => Is(one, sender)) ? all : [.. all.OrderBy(one => one.Since).TakeLast(Most - 1), new PictureSender(Name(sender), clock.GetUtcNow())],
        cancellation);

    public Task ForgetAsync(AddrSpec sender, CancellationToken cancellation) => ChangeAsync(all => [.. all.Where(one => !Is(one, sender))], cancellation);

    private async Task ChangeAsync(Func<IReadOnlyList<PictureSender>, IReadOnlyList<PictureSender>> change, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await records.FindAsync(Id, cancellation);
            var after = change((found?.Value ?? PictureSenders.None).All);
            if (await records.PutAsync(Id, new PictureSenders([.. after.OrderBy(one => one.Address, StringComparer.Ordinal)]), found?.Version ?? 0, cancellation)) return;
        }
    }

    private static bool Is(PictureSender one, AddrSpec sender) => one.Address == Name(sender);

    private static string Name(AddrSpec sender) => sender.ToString().ToLowerInvariant();
}
