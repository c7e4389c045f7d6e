using Pannier.Core.Crypto;

namespace Pannier.Core.Sealing;

/// <summary>What a session seals answers with. A session that goes on as another (step-up) takes it along: its open pages read on.</summary>
/// <param name="Key">32 random octets that no answer shows.</param>
internal sealed record SessionSeal(byte[] Key, AnswerSealing Sealing)
{
    public static SessionSeal New() => new(Keys.New(), AnswerSealing.On);
}
