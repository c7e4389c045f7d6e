using Pannier.Core.Http;

namespace Pannier.Modules.Sessions;

internal sealed record EndInput(SessionId Session) : IInput<EndInput>
{
    public static EndInput Read(Fields fields) => new(fields.One("session", SessionId.Read));
}
