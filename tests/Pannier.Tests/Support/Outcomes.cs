using Pannier.Core;

namespace Pannier.Tests.Support;

/// <summary>What a test expects of an outcome.</summary>
internal static class Outcomes
{
    /// <summary>The model, as the case of it that is expected.</summary>
    public static TCase Model<TModel, TCase>(this Outcome<TModel> outcome)
        where TCase : TModel => Assert.IsType<TCase>(Assert.IsType<Outcome<TModel>.Done>(outcome).Model);

    public static TModel Model<TModel>(this Outcome<TModel> outcome) => Assert.IsType<Outcome<TModel>.Done>(outcome).Model;

    public static Refusal Refused<TModel>(this Outcome<TModel> outcome) => Assert.IsType<Outcome<TModel>.Refused>(outcome).Refusal;
}
