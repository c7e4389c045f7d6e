using Pannier.Core.Http;

namespace Pannier.Modules.Lists;

internal sealed record MakeViewInput(ViewFields Typed) : IInput<MakeViewInput>
{
    public static MakeViewInput Read(Fields fields) => new(ViewFields.Read(fields));
}
