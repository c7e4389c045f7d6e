namespace Pannier.Core.Modules;

/// <summary>Turns an input into a model. Sees no HTTP and makes no HTML; services come by constructor.</summary>
public interface IHandler<in TInput, TModel>
{
    Task<Outcome<TModel>> HandleAsync(TInput input, CancellationToken cancellation);
}
