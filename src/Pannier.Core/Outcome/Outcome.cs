namespace Pannier.Core;

/// <summary>What a handler hands on: the model, or a refusal the person can be told of.</summary>
/// <remarks>Exceptions are for what the person cannot act on: bugs, dropped connections, cancellation.</remarks>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    public sealed record Done(T Model) : Outcome<T>;

    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    public static implicit operator Outcome<T>(T model) => new Done(model);

    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);
}
